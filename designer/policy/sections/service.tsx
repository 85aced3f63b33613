/** What the service is called and does, and which version of it this will be. */
import { EXECUTORS } from '../../../engine/core/executor.ts'
import { BothAt, CheckAt, SelectAt, TextAt } from '../fields.tsx'
import { POLICY_WORDS } from '../words.ts'

export function ServiceSection() {
  return (
    <>
      <BothAt path={['title']} label={POLICY_WORDS.serviceTitle} />
      <BothAt
        path={['description']}
        label={POLICY_WORDS.description}
        hint={POLICY_WORDS.descriptionHint}
        lines={3}
        optional
      />
      <div class="row">
        <TextAt path={['id']} label={POLICY_WORDS.packageId} dir="ltr" />
        <TextAt path={['version']} label={POLICY_WORDS.version} hint={POLICY_WORDS.versionHint} dir="ltr" />
        <TextAt path={['agency']} label={POLICY_WORDS.agency} dir="ltr" />
      </div>
      <SelectAt
        path={['executor']}
        label={POLICY_WORDS.executor}
        hint={POLICY_WORDS.executorHint}
        none={POLICY_WORDS.executorOpen}
        options={EXECUTORS.map((value) => ({ value, label: value }))}
      />
      <CheckAt path={['shared']} label={POLICY_WORDS.shared} />
    </>
  )
}
