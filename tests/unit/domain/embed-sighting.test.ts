import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { hostOfReferrer, isPublicHost } from '@/domain/embed-sighting';

describe('the host of a referrer', () => {
  it.each([
    ['https://www.dawn.com/news/1/a-story?utm=x#here', 'www.dawn.com'],
    ['https://DAWN.com/', 'dawn.com'],
    ['http://user:secret@news.example.org:8080/a', 'news.example.org'],
    ['https://dawn.com./', 'dawn.com'],
    ['https://جنگ.پاکستان/', 'xn--rgb6c1q.xn--mgbai9azgqp6j'],
    ['https://my_blog.example.com/', 'my_blog.example.com'],
  ])('%s is %s', (referrer, host) => expect(hostOfReferrer(referrer)).toBe(host));

  it.each([
    null, '', 'about:client', 'file:///home/amina/draft.html', 'android-app://com.example/', 'data:text/html,x', 'javascript:alert(1)', '//dawn.com/', 'dawn.com',
    'https://', 'https://localhost/', 'https://newsroom/', 'http://192.168.1.20/', 'http://3232235796/', 'http://0x7f.1/', 'http://[::1]:3000/', 'https://dawn.123/',
    'https://aminas-laptop.local/', 'https://cms.dawn.internal/', 'https://router.home.arpa/', `https://${'a'.repeat(64)}.com/`, `https://${'abcdefgh.'.repeat(32)}com/`,
    "https://a'b.com/", 'https://a%00b.com/', 'https://-a.com/',
  ])('%s names none', (referrer) => expect(hostOfReferrer(referrer)).toBeNull());

  test.prop([fc.webUrl({ withQueryParameters: true, withFragments: true })])('is a public name and holds nothing of the path', (address) => {
    const host = hostOfReferrer(address);
    if (host === null) return;
    expect(isPublicHost(host)).toBe(true);
    expect(host).toMatch(/^[a-z0-9_.-]+$/);
    expect(hostOfReferrer(`https://${host}/`)).toBe(host);
  });

  test.prop([fc.string({ maxLength: 5000 })])('of anything at all never throws', (text) => {
    const host = hostOfReferrer(text);
    expect(host === null || isPublicHost(host)).toBe(true);
  });
});
