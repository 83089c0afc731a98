import { deflateSync } from 'node:zlib';

// Text that travels inside a PNG (iTXt: UTF-8, keyword as the PNG specification lists them where it does).

const SIGNATURE_LENGTH = 8;
const HEADER_END = SIGNATURE_LENGTH + 25;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function checksum(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(checksum(body), body.length + 4);
  return framed;
}

const COMPRESS_FROM = 400;

/** The same picture with texts by keyword (1 to 79 Latin letters) right after its header. */
export function withPngText(png: Buffer, texts: Readonly<Record<string, string>>): Buffer {
  const chunks = Object.entries(texts).map(([keyword, text]) => {
    const plain = Buffer.from(text, 'utf8');
    const isLong = plain.length >= COMPRESS_FROM;
    // Keyword, then: compressed or not, method, no language, no translated keyword, the text.
    return chunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0`, 'latin1'), Buffer.from([isLong ? 1 : 0, 0, 0, 0]), isLong ? deflateSync(plain) : plain]));
  });
  return Buffer.concat([png.subarray(0, HEADER_END), ...chunks, png.subarray(HEADER_END)]);
}
