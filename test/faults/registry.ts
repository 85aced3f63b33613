/** The register the procedure writes to over the data bus: keeps to the idempotency key and numbers what it takes. */
import type { Registry, RegistryRequest } from '../../engine/sandbox/databus/registries/registry.ts'

const PROVIDER = 'PS/GOV/TEST/licences'
export const REGISTER = `${PROVIDER}/register`

export function licenceRegister(): Registry {
  const numbers = new Map<string, number>()
  const answer = ({ key }: RegistryRequest) => {
    const number = numbers.get(key) ?? numbers.size + 1
    const status = numbers.has(key) ? 200 : 201
    numbers.set(key, number)
    return { status, body: { number } }
  }
  return {
    provider: PROVIDER,
    title: { ar: 'سجل الرخص للاختبار', en: 'Licences for tests' },
    memberName: 'Test',
    services: [{ code: 'register', openapi: {}, endpoints: [{ method: 'POST', path: '/v1', answer }] }],
  }
}
