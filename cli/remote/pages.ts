/** What the server does with very many a page at a time: the next is asked for where the last one ended, until none is left. */
import { isProblem, type Problem } from '../../engine/core/problem.ts'
import type { Api } from './api.ts'

/** @param between told what is done so far, where more is to come */
export async function everyPage<Page extends { readonly next?: string }>(
  api: Api,
  place: string,
  body: object,
  between: (pages: readonly Page[]) => void,
): Promise<readonly Page[] | Problem> {
  const pages: Page[] = []
  for (let after: string | undefined; pages.length === 0 || after !== undefined; after = pages.at(-1)?.next) {
    const page = await api.send<Page>('POST', place, { ...body, ...(after === undefined ? {} : { after }) })
    if (isProblem(page)) return page
    pages.push(page)
    if (page.next !== undefined) between(pages)
  }
  return pages
}
