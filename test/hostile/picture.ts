/** Real pictures, and what telephones and people put beside them. */
import { createCanvas } from '@napi-rs/canvas'
import { crc32 } from 'node:zlib'

/** Stands for a place, an owner, a note: whatever nobody wanted to give. */
export const SECRET = '31.9038N 35.2034E'

function canvas() {
  const made = createCanvas(60, 40)
  const context = made.getContext('2d')
  context.fillStyle = '#2a6f4e'
  context.fillRect(0, 0, 60, 40)
  context.fillStyle = '#f2e8d5'
  context.fillRect(5, 5, 20, 10)
  context.beginPath()
  context.arc(42, 24, 11, 0, 6)
  context.fill()
  return made
}

export const jpegPicture = (): Buffer => canvas().encodeSync('jpeg', 90)
export const pngPicture = (): Buffer => canvas().encodeSync('png')

const number = (value: number, bytes: number): Buffer => {
  const made = Buffer.alloc(bytes)
  made.writeUIntBE(value, 0, bytes)
  return made
}

const segment = (code: number, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, code]), number(content.length + 2, 2), content])

/** Little-endian, as most telephones write it: how it was held, and where. */
function exif(orientation: number): Buffer {
  const entry = (tag: number, type: number, count: number, value: number): Buffer => {
    const made = Buffer.alloc(12)
    made.writeUInt16LE(tag, 0)
    made.writeUInt16LE(type, 2)
    made.writeUInt32LE(count, 4)
    made.writeUInt32LE(value, 8)
    return made
  }
  const place = Buffer.from(`${SECRET}\0`)
  const head = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0, 2, 0])
  const entries = [entry(0x0112, 3, 1, orientation), entry(0x010e, 2, place.length, 8 + 2 + 24 + 4)]
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), head, ...entries, Buffer.alloc(4), place]))
}

export function besideJpeg(picture: Buffer, orientation = 1): Buffer {
  return Buffer.concat([
    picture.subarray(0, 2),
    exif(orientation),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${SECRET}</x:xmpmeta>`)),
    segment(0xe2, Buffer.from(`MPF\0${SECRET}`)),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${SECRET}`)),
    segment(0xeb, Buffer.from('Makernote')),
    segment(0xfe, Buffer.from(SECRET)),
    picture.subarray(2),
    Buffer.from(`${SECRET} behind its end`),
    picture,
  ])
}

const chunk = (name: string, content: string): Buffer => {
  const named = Buffer.from(name + content, 'latin1')
  return Buffer.concat([number(content.length, 4), named, number(crc32(named), 4)])
}

/** Behind the first chunk, which says how large it is. */
const FIRST = 8 + 25

export function besidePng(picture: Buffer): Buffer {
  return Buffer.concat([
    picture.subarray(0, FIRST),
    chunk('tEXt', `Comment\0${SECRET}`),
    chunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${SECRET}`),
    chunk('eXIf', `II*\0${SECRET}`),
    chunk('tIME', '\x07\xea\x0b\x1b\x0c\x00\x00'),
    chunk('prVt', 'Makernote'),
    picture.subarray(FIRST),
    Buffer.from(`${SECRET} behind its end`),
    chunk('tEXt', `Comment\0${SECRET}`),
  ])
}
