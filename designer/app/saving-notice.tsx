/** What stands in the way of saving, and what the reader can do about it. */
import { whereOf } from '../check/where.ts'
import { Button } from '../frame/button.tsx'
import { Notice } from '../frame/notice.tsx'
import { useFiles, type DraftSession } from '../draft/session.ts'
import { useLanguage } from '../language/language.tsx'
import { APP_WORDS } from './words.ts'

export function SavingNotice({ session }: { readonly session: DraftSession }) {
  const { say, language } = useLanguage()
  const files = useFiles(session)
  const { saving } = session
  if (saving.kind === 'offline') return <Notice kind="warn">{say(APP_WORDS.offlineMore)}</Notice>
  if (saving.kind === 'full') return <Notice kind="bad">{say(APP_WORDS.full)}</Notice>
  if (saving.kind === 'signedOut')
    return (
      <Notice kind="warn">
        {say(APP_WORDS.signedOut)}{' '}
        <a href="/sign-in" target="_blank" rel="opener">
          {say(APP_WORDS.signIn)}
        </a>
      </Notice>
    )
  if (saving.kind === 'refused')
    return (
      <Notice kind="bad">
        {say(APP_WORDS.refused)} <bdi>{saving.detail}</bdi>
      </Notice>
    )
  if (saving.kind === 'readonly')
    return (
      <Notice kind="warn">
        {say(APP_WORDS.lockedBy, { name: saving.by })}{' '}
        <Button onClick={() => void session.takeOver()}>{say(APP_WORDS.takeOver)}</Button>
      </Notice>
    )
  if (saving.kind !== 'conflict') return null
  const called = saving.paths.map((file) => whereOf({ file }, files)?.[language] ?? file)
  return (
    <Notice kind="bad">
      <p>{say(APP_WORDS.conflictMore, { name: saving.by, files: called.join(language === 'ar' ? '، ' : ', ') })}</p>
      <div class="buttons">
        <Button onClick={() => void session.resolve('mine')}>{say(APP_WORDS.keepMine)}</Button>
        <Button onClick={() => void session.resolve('theirs')}>{say(APP_WORDS.takeTheirs)}</Button>
      </div>
    </Notice>
  )
}
