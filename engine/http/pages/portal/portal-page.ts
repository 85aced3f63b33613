/** What the pages of the portal have in common: who asks, in which language, and the frame they are shown in. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { programParts, type ProgramKey } from '../../../core/ids.ts'
import type { Language, Text } from '../../../core/text.ts'
import type { Engine } from '../../../engine.ts'
import { page, type PageView } from '../frame/page.ts'

export const portalPage = (request: FastifyRequest, reply: FastifyReply, view: PageView): Promise<FastifyReply> =>
  page(request, reply, { ...view, assets: ['portal.css', ...(view.assets ?? [])] })

/** What the service of an application is called. */
export async function titleOfProgram(engine: Engine, program: ProgramKey): Promise<Text> {
  const { packageId } = programParts(program)
  const found = await engine.deps.definitions.packageOf(program)
  return found?.workflow.title ?? { ar: packageId, en: packageId }
}

/** The agency as its package names it. */
export const agencyName = (workflow: {
  readonly agency: string
  readonly texts?: Readonly<Record<string, Text>>
}): Text => workflow.texts?.['agency'] ?? { ar: workflow.agency, en: workflow.agency }

/** For words that are searched: without marks, in small letters, letters that are written alike as one. */
export const foldedText = (text: string, language: Language): string =>
  text
    .normalize('NFKD')
    .replace(/[\u064B-\u065F\u0670\u0640\p{M}]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .toLocaleLowerCase(language)
