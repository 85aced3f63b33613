/**
 * Asks the virus scanner of the installation (ClamAV's daemon) about each file, while the file is still arriving: `INSTREAM`
 * of clamd's protocol, one connection a file. Fails closed: a scanner that cannot be reached, takes too long or says anything
 * but clean or found refuses the file for now.
 */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { isProblem, ProblemError, unavailable } from '../../core/problem.ts'
import type { Scan, Scanner, Verdict } from '../../core/scanner.ts'
import { readScannerConfig, type ScannerConfig } from './config.ts'

const COMMAND = 'zINSTREAM\0'
const LONGEST_REPLY = 1_000

/** As the configuration says it, which was checked when it was read. */
export function scannerOf(config: Partial<ScannerConfig>): Scanner {
  const read = readScannerConfig(config)
  if (isProblem(read)) throw new ProblemError(read)
  return clamd(read)
}

const clamd = ({ host, port, timeout }: ScannerConfig): Scanner => ({
  async begin() {
    const socket = connect({ host, port })
    socket.setTimeout(timeout, () => socket.destroy(new Error('it took too long')))
    const scan = scanOver(socket)
    try {
      await once(socket, 'connect')
    } catch (error) {
      throw failed(error)
    }
    socket.write(COMMAND)
    return scan
  },
})

function scanOver(socket: Socket): Scan {
  let reply = ''
  let fault: Error | undefined
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => resolve())
  })
  socket.on('error', (error) => (fault = error))
  socket.on('data', (piece: Buffer) => {
    reply += piece.toString('latin1')
    if (reply.includes('\0') || reply.length > LONGEST_REPLY) socket.destroy()
  })

  async function send(bytes: Uint8Array): Promise<void> {
    if (socket.destroyed) return
    if (!socket.write(bytes)) await Promise.race([once(socket, 'drain').catch(() => {}), closed])
  }

  return {
    async add(bytes) {
      if (bytes.length === 0) return
      await send(lengthOf(bytes.length))
      await send(bytes)
    },
    async verdict() {
      await send(lengthOf(0))
      await closed
      const found = verdictOf(reply)
      if (found === undefined) throw failed(fault ?? new Error(`it said ${JSON.stringify(reply.slice(0, 80))}`))
      return found
    },
    stop: () => void socket.destroy(),
  }
}

function lengthOf(length: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}

function verdictOf(reply: string): Verdict | undefined {
  if (reply === 'stream: OK\0') return { kind: 'clean' }
  const name = /^stream: (.{1,200}) FOUND\0$/.exec(reply)?.[1]
  return name === undefined ? undefined : { kind: 'infected', name }
}

const failed = (error: unknown): ProblemError =>
  new ProblemError(
    unavailable(
      'scanner.unavailable',
      `Expected the virus scanner to look at the file, but ${error instanceof Error ? error.message : String(error)}; send the file again in a while`,
    ),
    { cause: error },
  )
