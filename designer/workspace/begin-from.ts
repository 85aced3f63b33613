/** What a service may begin from, as one list to choose from: nothing, a template, a version in force, a copy of one. */
import type { Option } from '../frame/select.tsx'
import type { Reader } from '../language/language.tsx'
import type { NewDraft, OpenablePackage, Starter } from '../server/drafts.ts'
import type { Text } from '../../engine/core/text.ts'
import { WORKSPACE_WORDS as WORDS } from './words.ts'

export interface Openable {
  readonly packages: readonly OpenablePackage[]
  readonly starters: readonly Starter[]
}

export interface Choice extends Option {
  /** It is given a name of its own. */
  readonly isNew: boolean
  readonly more?: Text
  readonly draft: (named: { readonly packageId: string; readonly title: Text }) => NewDraft
}

export function choicesOf({ packages, starters }: Openable, { say, language, dir }: Reader): readonly Choice[] {
  const called = ({ title, packageId }: OpenablePackage): string => title[language] || packageId
  return [
    {
      value: '',
      label: say(WORDS.fromNothing),
      isNew: true,
      draft: (named) => ({ kind: 'blank', ...named, flow: dir }),
    },
    ...starters.map(({ template, title, description }): Choice => ({
      value: `starter ${template}`,
      label: say(WORDS.starter, { title: title[language] }),
      isNew: true,
      more: description,
      draft: (named) => ({ kind: 'template', template, ...named, flow: dir }),
    })),
    ...packages
      .filter(({ own = true }) => own)
      .flatMap((it) =>
        it.versions.map((version): Choice => ({
          value: `version ${it.packageId} ${version}`,
          label: say(WORDS.versionOf, { title: called(it), version }),
          isNew: false,
          draft: () => ({ kind: 'version', packageId: it.packageId, version }),
        })),
      ),
    ...packages.map((it): Choice => ({
      value: `copy ${it.packageId}`,
      label: say(WORDS.copyOf, { title: called(it) }),
      isNew: true,
      draft: (named) => ({ kind: 'template', template: it.packageId, ...named, flow: dir }),
    })),
  ]
}
