/** Papers that a task hands to whoever answers it, such as the articles a founder is to sign: to be read before one answers. */
import type { FastifyRequest } from 'fastify'
import type { TaskDetail } from '../../../../commands/tasks.ts'
import { documentTitle, type DocumentRow } from '../../../../core/document.ts'
import type { Digest } from '../../../../core/ids.ts'
import { isJsonObject, type JsonValue } from '../../../../core/json.ts'
import { isProblem } from '../../../../core/problem.ts'
import type { Engine } from '../../../../engine.ts'
import { actorOfRequest } from '../../../api/context.ts'
import { fill, html, type Html } from '../../frame/html.ts'
import { languageOfPage, wordsIn } from '../../frame/language.ts'
import { URLS } from '../../urls.ts'
import { TASK_WORDS } from './words.ts'

export async function handedPapers(
  engine: Engine,
  request: FastifyRequest,
  { task, variables }: TaskDetail,
): Promise<Html | false> {
  const named = [...new Set(digestsIn(variables))].slice(0, MOST)
  const found = await Promise.all(
    named.map((digest) => engine.findDocument(actorOfRequest(request), task.reference, digest)),
  )
  const papers = found.filter((it): it is DocumentRow => !isProblem(it) && it.givenBy === undefined)
  const language = languageOfPage(request)
  const say = wordsIn(TASK_WORDS, language)
  return (
    papers.length > 0 &&
    html`<h2>${say.papers}</h2>
      <ul class="list">
        ${papers.map(
          ({ digest, name }) =>
            html`<li>
              <a href="${URLS.document(task.reference, digest)}" download>${fill(say.read, { name: documentTitle(name)[language] })}</a>
            </li>`,
        )}
      </ul>`
  )
}

const MOST = 10
const DIGEST = /^[0-9a-f]{64}$/

function digestsIn(value: JsonValue): readonly Digest[] {
  if (typeof value === 'string') return DIGEST.test(value) ? [value as Digest] : []
  if (Array.isArray(value)) return value.flatMap((it: JsonValue) => digestsIn(it))
  return isJsonObject(value) ? Object.values(value).flatMap(digestsIn) : []
}
