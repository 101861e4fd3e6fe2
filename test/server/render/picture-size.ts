// In: the bytes of a picture. Out: its format and size as the file itself says, read here and not by the drawing engine.

export interface PictureSize {
  format: 'png' | 'jpeg' | 'webp' | 'svg' | 'pdf';
  width: number;
  height: number;
}

export function pictureSize(bytes: Buffer): PictureSize {
  const start = bytes.toString('latin1', 0, 16);
  if (start.startsWith('\x89PNG\r\n\x1a\n')) {
    return { format: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (start.startsWith('\xff\xd8\xff')) return jpegSize(bytes);
  if (start.startsWith('RIFF') && start.startsWith('WEBPVP8X', 8)) {
    return { format: 'webp', width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  }
  const text = bytes.toString('latin1');
  const pdf = /^%PDF-[\s\S]*\/MediaBox \[0 0 (\d+) (\d+)\][\s\S]*%%EOF\s*$/.exec(text);
  if (pdf) return { format: 'pdf', width: Number(pdf[1]), height: Number(pdf[2]) };
  const svg = /^<svg [^>]*width="(\d+)" height="(\d+)" viewBox="0 0 \1 \2"[\s\S]*<\/svg>\s*$/.exec(text);
  if (svg) return { format: 'svg', width: Number(svg[1]), height: Number(svg[2]) };
  throw new Error(`not a picture: ${JSON.stringify(start)}`);
}

function jpegSize(bytes: Buffer): PictureSize {
  let at = 2;
  while (at < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xc0 || marker === 0xc2) {
      return { format: 'jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  throw new Error('a JPEG without a frame');
}
