/** Everything that can come into a form: drag it to its place, or press it and it stands after what is chosen. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Text } from '../../engine/core/text.ts'
import type { KindName } from '../../forms/kinds/kind.ts'
import { Icon } from '../frame/icon.tsx'
import { Tabs } from '../frame/tabs.tsx'
import { useLanguage } from '../language/language.tsx'
import type { Building } from './building.ts'
import { dragging } from './dragging.ts'
import { KIND_NAMES } from './kind-names.ts'
import { LIBRARY, type LibraryField } from './model/library.ts'
import type { SectionKind } from './model/commands/add-section.ts'
import { COMMANDS } from './model/commands/commands.ts'
import type { Pointer } from './model/json/pointer.ts'
import { roomBeside } from './room-beside.ts'
import { FORMS_WORDS as WORDS } from './words.ts'

export type Offered =
  | { readonly kind: 'field'; readonly field: KindName }
  | { readonly kind: 'library'; readonly field: LibraryField }
  | { readonly kind: 'section'; readonly section: SectionKind }
  | { readonly kind: 'page' }

/** @param index before which of the elements there */
export function add({ run }: Building, offered: Offered, into: Pointer, index?: number): boolean {
  const where = { into, ...(index === undefined ? {} : { index }) }
  if (offered.kind === 'page') return run(COMMANDS.addPage, {})
  if (offered.kind === 'field') return run(COMMANDS.addField, { kind: offered.field, ...where })
  if (offered.kind === 'library') return run(COMMANDS.addLibraryField, { field: offered.field, ...where })
  return run(COMMANDS.addSection, { section: offered.section, ...where })
}

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] =>
  Object.keys(table) as Key[]

const SECTIONS: readonly (readonly [SectionKind, Text])[] = [
  ['group', WORDS.section],
  ['row', WORDS.row],
  ['text', WORDS.text],
  ['summary', WORDS.summary],
]

export function Catalogue({ building }: { readonly building: Building }) {
  const { say } = useLanguage()
  const [tab, setTab] = useState('questions')
  const list = (items: readonly (readonly [Offered, Text])[]) => (
    <ul class="fb-offers">
      {items.map(([offered, title]) => (
        <li key={JSON.stringify(offered)}>
          <Offer building={building} offered={offered} title={say(title)} />
        </li>
      ))}
    </ul>
  )
  return (
    <section class="fb-catalogue" aria-label={say(WORDS.catalogue)}>
      <Tabs
        label={say(WORDS.catalogue)}
        chosen={tab}
        onChoose={setTab}
        tabs={[
          {
            id: 'questions',
            title: say(WORDS.questions),
            body: () => list(keysOf(KIND_NAMES).map((field) => [{ kind: 'field', field }, KIND_NAMES[field]] as const)),
          },
          {
            id: 'library',
            title: say(WORDS.library),
            body: () =>
              list(keysOf(LIBRARY).map((field) => [{ kind: 'library', field }, LIBRARY[field].title] as const)),
          },
          {
            id: 'layout',
            title: say(WORDS.layout),
            body: () =>
              list([
                [{ kind: 'page' }, WORDS.page],
                ...SECTIONS.map(([section, title]) => [{ kind: 'section', section }, title] as const),
              ]),
          },
        ]}
      />
    </section>
  )
}

function Offer({
  building,
  offered,
  title,
}: {
  readonly building: Building
  readonly offered: Offered
  readonly title: string
}) {
  const root = useRef<HTMLButtonElement>(null)
  useEffect(
    () => (root.current ? dragging(root.current, { kind: 'offer', offered }) : undefined),
    [JSON.stringify(offered)],
  )
  return (
    <button
      ref={root}
      type="button"
      class="btn fb-offer"
      onClick={() => {
        const { into, index } = roomBeside(building.form, building.chosen)
        add(building, offered, into, index)
      }}
    >
      <Icon name="add" />
      {title}
    </button>
  )
}
