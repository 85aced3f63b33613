/** In which of the two languages a caller reads: what Accept-Language asks for most, Arabic unless it prefers English. */
import type { FastifyRequest } from 'fastify'
import type { Language } from '../core/text.ts'

/** Header lines longer than this are not read: nobody speaks so many languages. */
const LONGEST = 500

export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  const ranges = (request.headers['accept-language'] ?? '').slice(0, LONGEST).split(',').map(rangeOf)
  const weight = (language: Language): number =>
    Math.max(0, ...ranges.filter((range) => range.language === language).map((range) => range.weight))
  const [ar, en] = [weight('ar'), weight('en')]
  if (en > ar) return 'en'
  if (ar > en || en === 0) return 'ar'
  return ranges.find((range) => range.weight === en && (range.language === 'ar' || range.language === 'en'))
    ?.language === 'en'
    ? 'en'
    : 'ar'
}

/** "en-GB;q=0.8" (RFC 9110, 12.5.4): the primary language and its weight from 0 to 1. */
function rangeOf(text: string): { readonly language: string; readonly weight: number } {
  const [tag = '', ...parameters] = text
    .trim()
    .toLowerCase()
    .split(/\s*;\s*/)
  const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  const weight = q === undefined ? 1 : Number(q)
  return { language: tag.split('-')[0] ?? '', weight: weight >= 0 && weight <= 1 ? weight : 0 }
}
