/** What can be put into a paper, as it is written. */
import type { Text } from '../../engine/core/text.ts'
import { DOCUMENT_WORDS } from './words.ts'

export interface NewBlock {
  readonly id: string
  readonly title: Text
  readonly source: string
}

export const NEW_BLOCKS: readonly NewBlock[] = [
  { id: 'heading', title: DOCUMENT_WORDS.blockHeading, source: '<h2>عنوان</h2>' },
  { id: 'paragraph', title: DOCUMENT_WORDS.blockParagraph, source: '<p>نص</p>' },
  { id: 'english', title: DOCUMENT_WORDS.blockEnglish, source: '<p class="en" lang="en">Text</p>' },
  {
    id: 'table',
    title: DOCUMENT_WORDS.blockTable,
    source: '<table>\n  <tr><th>البيان</th><td>القيمة</td></tr>\n</table>',
  },
  {
    id: 'list',
    title: DOCUMENT_WORDS.blockList,
    source: '<table>\n  {{#each list}}\n  <tr><td>{{this}}</td></tr>\n  {{/each}}\n</table>',
  },
  { id: 'if', title: DOCUMENT_WORDS.blockIf, source: '{{#if condition}}\n<p>نص</p>\n{{/if}}' },
  { id: 'qr', title: DOCUMENT_WORDS.blockQr, source: '<p>{{qr}}</p>' },
  { id: 'break', title: DOCUMENT_WORDS.blockBreak, source: '<div style="break-before: page"><p>نص</p></div>' },
]
