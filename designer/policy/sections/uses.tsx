/** Shared packages whose procedures are called, each in one version. */
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../frame/button.tsx'
import { Select } from '../../frame/select.tsx'
import { useLanguage } from '../../language/language.tsx'
import { DRAFTS, type OpenablePackage } from '../../server/drafts.ts'
import { Card } from '../entries.tsx'
import { useEditing } from '../page-editing.tsx'
import { withValue } from '../title-page.ts'
import { POLICY_WORDS } from '../words.ts'

export function UsesSection() {
  const { say, language } = useLanguage()
  const { keys, text, set, replace, readonly } = useEditing()
  const deployed = useShared()
  const used = keys(['uses'])
  const free = deployed.filter(({ packageId }) => !used.includes(packageId) && packageId !== text(['id']))
  const versionsOf = (id: string): readonly string[] => deployed.find((it) => it.packageId === id)?.versions ?? []
  return (
    <>
      <p class="hint">{say(POLICY_WORDS.usesHint)}</p>
      {used.map((id) => (
        <Card
          key={id}
          path={['uses', id]}
          name={deployed.find((it) => it.packageId === id)?.title[language] ?? id}
          first
          last
          onRemove={() => replace((page) => withValue(page, ['uses', id], undefined))}
        >
          <p class="code">{id}</p>
          <Select
            label={say(POLICY_WORDS.version)}
            value={text(['uses', id])}
            options={versionsOf(id).map((version) => ({ value: version, label: version }))}
            disabled={readonly}
            onChange={(version) => set(['uses', id], version)}
          />
        </Card>
      ))}
      <div class="row">
        {free.map(({ packageId, title, versions }) => (
          <Button
            key={packageId}
            icon="add"
            disabled={readonly}
            onClick={() => set(['uses', packageId], latest(versions))}
          >
            {title[language]}
          </Button>
        ))}
      </div>
    </>
  )
}

const latest = (versions: readonly string[]): string =>
  [...versions].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1) ?? '1.0.0'

function useShared(): readonly OpenablePackage[] {
  const [shared, setShared] = useState<readonly OpenablePackage[]>([])
  useEffect(() => {
    let gone = false
    const read = async (): Promise<void> => {
      const answer = await DRAFTS.packages()
      if (!gone && answer.kind === 'ok') setShared(answer.value.items.filter((it) => it.shared === true))
    }
    void read()
    return () => {
      gone = true
    }
  }, [])
  return shared
}
