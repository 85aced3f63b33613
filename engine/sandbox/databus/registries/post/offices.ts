/** The post: which of its offices there are in a governorate, for whoever has something sent there. */
import { described, record } from '../described.ts'
import { found, type Registry } from '../registry.ts'
import register from './offices.json' with { type: 'json' }

const TEXT = { type: 'string' }
const OFFICE = {
  type: 'object',
  properties: { code: TEXT, name: { type: 'object', properties: { ar: TEXT, en: TEXT } } },
}
const GOVERNORATE = { type: 'string', pattern: '^PS-[A-Z]{3}$' }

export const post: Registry = {
  provider: 'PS/GOV/MTIT/post',
  title: { ar: 'البريد', en: 'The post' },
  memberName: 'Ministry of Telecommunications',
  services: [
    described({
      code: 'listOffices',
      title: { ar: 'مكاتب البريد في محافظة', en: 'Post offices of a governorate' },
      method: 'GET',
      takes: {
        type: 'object',
        required: ['governorate'],
        additionalProperties: false,
        properties: { governorate: GOVERNORATE },
      },
      gives: record({ offices: { type: 'array', items: OFFICE } }),
      answer: ({ governorate }) =>
        found({
          offices: register.offices
            .filter((it) => it.governorate === governorate)
            .map(({ code, name }) => ({ code, name })),
        }),
    }),
  ],
}
