/** What the pages of the portal have in common: who asks, in which language, and the frame they are shown in. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { programParts, type ProgramKey } from '../../../core/ids.ts'
import type { Text } from '../../../core/text.ts'
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
