import { describe, expect, it } from 'vitest';
import { renderToStaticMarkup } from 'react-dom/server';
import { nameOf } from '@/components/still/name-of';
import { Still } from '@/components/still/still';

function Line({ text }: { readonly text: string }) {
  return <p>{text}</p>;
}

describe('still markup', () => {
  it('says the same as without the box around it', () => {
    const piece = <><Line text="a" /><Line text="b" /></>;
    const [, name, inner] = /^<div class="still" data-still="([^"]{20})">(.*)<\/div>$/.exec(renderToStaticMarkup(<Still>{piece}</Still>)) ?? [];
    expect(name).toBe(nameOf(piece));
    expect(inner).toBe(renderToStaticMarkup(piece));
  });

  it('has a name for each content and the same name for the same content', () => {
    const names = [
      <Line key="1" text="a" />, <Line key="1" text="b" />, <Line key="2" text="a" />, <p key="1">a</p>, <b key="1">a</b>, <Line key="1" text="a1" />,
      [<Line key="1" text="a" />, <Line key="2" text="b" />], <div key="1"><Line text="a" /></div>, <div key="1" className="x"><Line text="a" /></div>, 'a', 1, '1', null,
    ].map(nameOf);
    expect(new Set(names).size).toBe(names.length);
    expect(nameOf(<Line key="1" text="a" />)).toBe(names[0]);
  });

  it('leaves alone what it cannot name: functions decide unseen', () => {
    const piece = <ul><li onClick={() => undefined}>a</li></ul>;
    expect(nameOf(piece)).toBeNull();
    expect(renderToStaticMarkup(<Still>{piece}</Still>)).toBe('<ul><li>a</li></ul>');
    expect(nameOf(<p title={new Date(0) as unknown as string}>a</p>)).toBeNull();
  });
});
