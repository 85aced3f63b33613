/** What every store promises, whatever holds the rows: run by each adapter's tests on a real database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../engine/core/store.ts'
import { attachments } from './store/attachments.ts'
import { cases } from './store/cases.ts'
import { colleagues } from './store/colleagues.ts'
import { commits } from './store/commits.ts'
import { lookedInto } from './store/data-accesses.ts'
import { publicFigures } from './store/service-figures.ts'
import { desk } from './store/desk.ts'
import { unsent } from './store/drafts.ts'
import { elementInstances } from './store/element-instances.ts'
import { failures } from './store/failures.ts'
import { figures } from './store/figures.ts'
import type { Open, Opened } from './store/given.ts'
import { holidays } from './store/holidays.ts'
import { mandates } from './store/mandates.ts'
import { migrations } from './store/migrations.ts'
import { news } from './store/news.ts'
import { notes } from './store/notes.ts'
import { packageDrafts } from './store/package-drafts.ts'
import { people } from './store/people.ts'
import { refunds } from './store/refunds.ts'
import { registers } from './store/registers.ts'
import { search } from './store/search.ts'
import { signals } from './store/signals.ts'
import { typedForms } from './store/typed-forms.ts'
import { versions } from './store/versions.ts'
import { work } from './store/work.ts'

export type { Open, Opened } from './store/given.ts'

/** @param open gives a fresh, empty store each time */
export function storeContract(name: string, open: Open): void {
  describe(`the store ${name}`, () => {
    failures(open)

    describe('in service', () => {
      let opened: Opened
      const store = (): Store => opened.store
      beforeEach(async () => {
        opened = await open()
      })
      afterEach(() => opened.close())

      commits(store)
      cases(store)
      desk(store)
      work(store)
      elementInstances(store)
      versions(store)
      migrations(store)
      news(store)
      signals(store)
      registers(store)
      attachments(store)
      refunds(store)
      people(store)
      unsent(store)
      mandates(store)
      packageDrafts(store)
      typedForms(store)
      lookedInto(store)
      publicFigures(store)
      holidays(store)
      notes(store)
      figures(store)
      search(store)
      colleagues(store)

      it('is well, and says how it keeps what it is given', async () => {
        expect(await store().health()).toMatchObject({ synchronous: 'full' })
      })
    })
  })
}
