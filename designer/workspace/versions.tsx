/** Which version a draft was opened from or became last, and which is in force, where that is another. */
import { useLanguage } from '../language/language.tsx'
import type { DraftSummary } from '../server/drafts.ts'
import { WORKSPACE_WORDS as WORDS } from './words.ts'

type Draft = Pick<DraftSummary, 'packageId' | 'base' | 'inForce'>

export function Versions({ draft }: { readonly draft: Draft }) {
  const { say } = useLanguage()
  const { base, inForce, packageId } = draft
  const isOwn = base?.packageId === packageId
  if (inForce === undefined) return <>{base && !isOwn ? say(WORDS.begunFromOther, of(base)) : say(WORDS.never)}</>
  const { version, restores } = inForce
  if (isOwn && base.version === version) return <>{say(WORDS.isInForce, { version })}</>
  return (
    <>
      {base === undefined
        ? say(WORDS.begunApart)
        : isOwn
          ? // What it was opened from came back under another number.
            say(base.version === restores ? WORDS.restoredAs : WORDS.begunFrom, { version: base.version })
          : say(WORDS.begunFromOther, of(base))}
      <div class="hint">
        {restores === undefined
          ? say(WORDS.nowInForce, { version })
          : say(WORDS.nowRestored, { version, earlier: restores })}
      </div>
    </>
  )
}

const of = ({ packageId, version }: NonNullable<Draft['base']>) => ({ name: packageId, version })
