/**
 * A virus scanner to try against: speaks `INSTREAM` of clamd strictly over TCP, knows one harmless test file (EICAR), and on request is
 * silent, breaks off, or says what no scanner says.
 */
import { createServer, type Server, type Socket } from 'node:net'

export type ScannerTrouble = 'silent' | 'breaksOff' | 'babbles' | 'tooSmall'

export interface ScannerDouble {
  readonly port: number
  /** Bytes of each file that was looked at. */
  readonly looked: readonly number[]
  /** From now on; undefined: well again. */
  trouble(kind: ScannerTrouble | undefined): void
  close(): Promise<void>
}

/** The file every scanner knows, in two parts, so that none finds it here. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS', '-TEST-FILE!$H+H*'].join('')

const COMMAND = 'zINSTREAM\0'
const LONGEST_PIECE = 25_000_000

/** @param port 0, the default, takes a free one */
export async function startScannerDouble(port = 0): Promise<ScannerDouble> {
  const looked: number[] = []
  const sockets = new Set<Socket>()
  let trouble: ScannerTrouble | undefined
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    hear(socket, (file) => {
      looked.push(file.length)
      return answer(file)
    })
  })

  function hear(socket: Socket, look: (file: Buffer) => string): void {
    let waiting = Buffer.alloc(0)
    const pieces: Buffer[] = []
    let greeted = false
    socket.on('data', (bytes: Buffer) => {
      if (trouble === 'breaksOff') return void socket.destroy()
      if (trouble === 'babbles') return void socket.end('220 smtp ready\r\n')
      waiting = Buffer.concat([waiting, bytes])
      if (!greeted) {
        if (waiting.length < COMMAND.length) return
        if (waiting.subarray(0, COMMAND.length).toString('latin1') !== COMMAND)
          return void socket.end('UNKNOWN COMMAND\0')
        greeted = true
        waiting = waiting.subarray(COMMAND.length)
      }
      while (waiting.length >= 4) {
        const length = waiting.readUInt32BE(0)
        if (length > LONGEST_PIECE || (trouble === 'tooSmall' && length > 0))
          return void socket.end('INSTREAM size limit exceeded. ERROR\0')
        if (waiting.length < 4 + length) return
        if (length === 0) return void (trouble === 'silent' || socket.end(look(Buffer.concat(pieces))))
        pieces.push(waiting.subarray(4, 4 + length))
        waiting = waiting.subarray(4 + length)
      }
    })
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    port: portOf(server),
    looked,
    trouble: (kind) => void (trouble = kind),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

const answer = (file: Buffer): string =>
  file.includes(EICAR, 0, 'latin1') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0'

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('Expected the double to listen on a port')
  return address.port
}
