/**
 * The registers the procedure writes to over the data bus. One keeps to the idempotency key and may be told twice; the
 * other carries out whatever it is told, each time, and can be asked what became of a message.
 */
import type { Registry, RegistryRequest } from '../../engine/sandbox/databus/registries/registry.ts'

const PROVIDER = 'PS/GOV/TEST/licences'
export const REGISTER = `${PROVIDER}/register`
/** Must not be told twice. */
export const ENTER = `${PROVIDER}/enter`
export const ENTERED = `${PROVIDER}/entered`

export function licenceRegister(): Registry {
  const numbers = new Map<string, number>()
  const entries = new Set<string>()
  const register = ({ key }: RegistryRequest) => {
    const number = numbers.get(key) ?? numbers.size + 1
    const status = numbers.has(key) ? 200 : 201
    numbers.set(key, number)
    return { status, body: { number } }
  }
  const enter = ({ messageId }: RegistryRequest) => {
    entries.add(messageId)
    return { status: 201, body: { entered: true } }
  }
  const entered = ({ query }: RegistryRequest) => {
    const isThere = entries.has(query.get('messageId') ?? '')
    return {
      status: 200,
      body: isThere ? { state: 'done', status: 201, body: { entered: true } } : { state: 'unknown' },
    }
  }
  return {
    provider: PROVIDER,
    title: { ar: 'سجل الرخص للاختبار', en: 'Licences for tests' },
    memberName: 'Test',
    services: [
      { code: 'register', openapi: {}, endpoints: [{ method: 'POST', path: '/v1', answer: register }] },
      { code: 'enter', openapi: {}, endpoints: [{ method: 'POST', path: '/v1', answer: enter }] },
      { code: 'entered', openapi: {}, endpoints: [{ method: 'GET', path: '', answer: entered }] },
    ],
  }
}
