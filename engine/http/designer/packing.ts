/** What the designer is answered travels packed: a draft is hundreds of kilobytes of text, asked for before anything is drawn. */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { accepts } from '../pages/frame/assets.ts'

const squeeze = promisify(gzip)
/** Shorter ones travel in one packet anyway. */
const WORTH_SQUEEZING = 1_000

export async function packed(request: FastifyRequest, reply: FastifyReply, answer: unknown): Promise<unknown> {
  if (typeof answer !== 'string') return answer
  reply.header('vary', 'Accept-Encoding')
  if (answer.length < WORTH_SQUEEZING || !accepts(request.headers['accept-encoding'], 'gzip')) return answer
  reply.header('content-encoding', 'gzip')
  return squeeze(answer)
}
