/** A password typed at the keyboard, without showing it. */
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

export async function askSecretly(question: string): Promise<string> {
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const keyboard = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await keyboard.question('')
  } finally {
    keyboard.close()
    process.stderr.write('\n')
  }
}
