/** The notary's register: whether a power of attorney stands, who gave it to whom and for what. Made-up papers. */
import openapi from './get-power-of-attorney.openapi.json' with { type: 'json' }
import register from './powers-of-attorney.json' with { type: 'json' }
import {
  asked,
  found,
  unknown,
  unprocessable,
  type Registry,
  type RegistryReply,
  type RegistryRequest,
} from './registry.ts'

type Power = (typeof register.powers)[number]

export const notary: Registry = {
  provider: 'PS/GOV/HJC/notary',
  title: { ar: 'كاتب العدل', en: 'Notary' },
  memberName: 'High Judicial Council',
  services: [
    {
      code: 'getPowerOfAttorney',
      openapi,
      endpoints: [{ method: 'GET', path: '/v1', answer: getPowerOfAttorney }],
    },
  ],
}

function getPowerOfAttorney(request: RegistryRequest): RegistryReply {
  const number = asked(request, 'number')
  if (number === undefined)
    return unprocessable('MISSING_KEY', 'Expected the number of the power of attorney in number')
  const power = register.powers.find((it) => it.number === number)
  return power ? found({ ...power, status: statusOf(power, request.now) }) : unknown('power of attorney')
}

function statusOf(power: Power, now: number): 'valid' | 'expired' | 'revoked' {
  if (power.revokedOn !== null) return 'revoked'
  return Date.parse(`${power.validUntil}T23:59:59Z`) < now ? 'expired' : 'valid'
}
