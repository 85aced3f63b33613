/** A register that takes submissions, numbers them by key, and can say what became of each: for tests of sending once. */
import type { JsonObject } from '../../engine/core/json.ts'
import type { Registry, RegistryRequest } from '../../engine/sandbox/databus/registries/registry.ts'

export const LEDGER = 'PS/GOV/TEST/ledger'

export function registry(): Registry {
  const done = new Map<string, { messageId: string; number: number }>()
  const submit = (request: RegistryRequest) => {
    const before = done.get(request.key)
    if (before) return { status: 200, body: { number: before.number } }
    done.set(request.key, { messageId: request.messageId, number: done.size + 1 })
    return { status: 201, body: { number: done.size } }
  }
  const state = (request: RegistryRequest): { status: number; body: JsonObject } => {
    const entry = done.get(request.query.get('key') ?? '')
    if (!entry || entry.messageId !== request.query.get('messageId')) return { status: 200, body: { state: 'unknown' } }
    return { status: 200, body: { state: 'done', status: 201, body: { number: entry.number } } }
  }
  return {
    provider: LEDGER,
    title: { ar: 'سجل للاختبار', en: 'Test ledger' },
    memberName: 'Test',
    services: [
      { code: 'submit', openapi: {}, endpoints: [{ method: 'POST', path: '/v1', answer: submit }] },
      { code: 'state', openapi: {}, endpoints: [{ method: 'GET', path: '/v1', answer: state }] },
    ],
  }
}
