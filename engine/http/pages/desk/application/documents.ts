/** The papers of an application, one of them viewed in place; it comes by a link that needs no cookie, and never as a page of ours. */
import type { Followed } from '../../../../commands/timeline.ts'
import { documentTitle, type DocumentRow } from '../../../../core/document.ts'
import type { Disposition } from '../../../files/send.ts'
import { moment } from '../../frame/dates.ts'
import { field } from '../../frame/form-body.ts'
import { bdi, fill, html, type Html } from '../../frame/html.ts'
import type { Clerk } from '../clerk.ts'
import type { Turn } from './turn.ts'

export function documentsHtml(clerk: Clerk, { documents }: Followed['detail'], turn: Turn): Html {
  const { say, language, request } = clerk
  if (documents.length === 0) return html`<h2>${say.documents}</h2><p>${say.noDocuments}</p>`
  const asked = field(request.query, 'paper')
  const viewed = documents.find(({ digest }) => digest === asked)
  return html`<h2>${say.documents}</h2>
    ${viewed && paperHtml(clerk, viewed)}
    <ul class="list">
      ${documents.map(
        ({ digest, name, mediaType, size, createdAt, warning }) =>
          html`<li>
            ${turn({ part: 'documents', paper: digest }, html`<bdi>${documentTitle(name)[language]}</bdi>`, digest === asked)}
            ${warning && html`<span class="tag tag-warn">${say.activeFile}</span>`}
            <p class="hint"><bdi>${mediaType}</bdi> · <bdi>${Math.ceil(size / 1024)} KB</bdi> · ${moment(createdAt, language)}</p>
          </li>`,
      )}
    </ul>`
}

function paperHtml({ request, engine, links, say, language }: Clerk, row: DocumentRow): Html {
  const link = (disposition: Disposition): string => {
    const place = { kind: 'application', id: row.instance } as const
    const session = request.tokenDigest ?? ''
    return links.sign({ digest: row.digest, place, disposition, session }, engine.deps.clock.now())
  }
  return html`<section class="viewed" aria-labelledby="paper">
    <h3 id="paper">${bdi(documentTitle(row.name)[language])}</h3>
    ${inPlace(row, link('inline'))}
    <p><a class="button button-quiet" href="${link('attachment')}" download>${fill(say.download, { name: documentTitle(row.name)[language] })}</a></p>
  </section>`
}

/** What a browser shows by itself; anything else is downloaded. */
function inPlace({ mediaType, name }: DocumentRow, address: string): Html {
  if (mediaType === 'application/pdf') return html`<iframe class="paper" src="${address}" title="${name}"></iframe>`
  if (/^image\/(jpeg|png|webp)$/.test(mediaType))
    return html`<img class="paper-image" src="${address}" alt="${name}" />`
  return html``
}
