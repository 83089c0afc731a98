export type PictureOutcome = 'copied' | 'saved';

const TYPE = 'image/png';

/**
 * Puts a PNG on the clipboard. The picture is handed over as a promise at once, since Safari allows the clipboard only in the moment of the press.
 * Where pictures cannot be copied it is saved as a file instead. Throws where it cannot be had at all.
 */
export async function copyPicture(address: string, fileName: string): Promise<PictureOutcome> {
  const picture = fetchPicture(address);
  try {
    await navigator.clipboard.write([new ClipboardItem({ [TYPE]: picture })]);
    return 'copied';
  } catch {
    save(await picture, fileName);
    return 'saved';
  }
}

async function fetchPicture(address: string): Promise<Blob> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The picture could not be had: ${answer.status}`);
  return answer.blob();
}

function save(picture: Blob, fileName: string): void {
  const address = URL.createObjectURL(picture);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
