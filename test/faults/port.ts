/** A port the server can come back to: below those the system hands out by itself, so that no connection takes it meanwhile. */
import { createServer } from 'node:net'

const LOWEST = 20_000
const RANGE = 12_000

export async function freePort(): Promise<number> {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * RANGE)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
