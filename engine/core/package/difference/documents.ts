/** Certificates, letters and notices: their words. What only sets them in another type is looks. */
import { fileKindOf, nameWithin } from '../files.ts'
import type { Comparison } from './thing.ts'
import { named, same } from './words.ts'

export const documents: Comparison = {
  things: ({ files }) =>
    [...files]
      .filter(([path]) => fileKindOf(path) === 'template')
      .map(([path, text]) => {
        const template = nameWithin(path, 'templates/', '.hbs')
        return {
          key: template,
          subject: { kind: 'document', template },
          title: named({ ar: 'الوثيقة', en: 'the document' }, same(template)),
          file: path,
          weight: 'law',
          aspects: new Map([['words', wordsOf(text)]]),
        }
      }),
  aspects: [{ of: 'words', name: () => ({ ar: 'الصياغة', en: 'the wording' }), show: (value) => same(String(value)) }],
}

/** What stands between tags, variables and conditions included. */
const wordsOf = (template: string): string =>
  template
    .replaceAll(/<style[\s\S]*?<\/style>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
