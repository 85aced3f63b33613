/** What people typed into pages after their session had run out, each for its owner alone. */
import type { TypedForm, TypedFormStore } from '../../core/typed-form.ts'
import type { Connection } from './file/driver.ts'
import { table } from './rows/table.ts'
import type { WriteQueue } from './write/commit.ts'

type StoredForm = Omit<TypedForm, 'fields' | 'files'> & { readonly fields: string; readonly files: string }

const FORMS = table<StoredForm>('typed_forms', ['owner', 'address', 'fields', 'files', 'typedAt'])

export function typedForms(db: Connection, queue: WriteQueue): TypedFormStore {
  const put = db.statement(`${FORMS.insert} ON CONFLICT (owner, address) DO UPDATE SET ${FORMS.assign}`)
  const cap = db.statement(`
    DELETE FROM typed_forms WHERE owner = :owner AND address NOT IN (
      SELECT address FROM typed_forms WHERE owner = :owner ORDER BY typed_at DESC, address LIMIT :most)`)
  const get = db.query<StoredForm>(
    `SELECT ${FORMS.select} FROM typed_forms WHERE owner = ? AND address = ? AND typed_at >= ?`,
  )
  const remove = db.statement('DELETE FROM typed_forms WHERE owner = ? AND address = ?')
  const anyBefore = db.query<{ found: number }>('SELECT EXISTS (SELECT 1 FROM typed_forms WHERE typed_at < ?) AS found')
  const forget = db.statement('DELETE FROM typed_forms WHERE typed_at < ?')
  return {
    keep: (form, most) =>
      queue.write(() => {
        put.run(FORMS.values({ ...form, fields: JSON.stringify(form.fields), files: JSON.stringify(form.files) }))
        cap.run({ owner: form.owner, most })
      }),
    get: async (owner, address, since) => {
      const row = get.get(owner, address, since)
      return row && { ...row, fields: JSON.parse(row.fields), files: JSON.parse(row.files) }
    },
    remove: (owner, address) =>
      queue.write(() => {
        remove.run(owner, address)
      }),
    forget: async (before) => (anyBefore.get(before)?.found === 1 ? queue.write(() => forget.run(before)) : 0),
  }
}
