/** What else in the package follows when something is called otherwise, and what speaks of it where nothing could follow: said beside the field. */
import { whereOf } from '../../check/where.ts'
import { useLanguage } from '../../language/language.tsx'
import { FORMS_WORDS as WORDS } from '../words.ts'

type Files = ReadonlyMap<string, string>

/** @returns how to say it; undefined where nothing else speaks of it */
export function useFollowing(files: Files): (following: Files, speaking: readonly string[]) => string | undefined {
  const { say, language } = useLanguage()
  const named = (all: readonly string[]): string =>
    [...new Set(all.map((file) => say(whereOf({ file }, files) ?? { ar: file, en: file })))].join(
      language === 'ar' ? '، ' : ', ',
    )
  return (following, speaking) => {
    const left = speaking.filter((file) => !following.has(file))
    const told = [
      ...(following.size > 0 ? [say(WORDS.follows, { files: named([...following.keys()]) })] : []),
      ...(left.length > 0 ? [say(WORDS.alsoIn, { files: named(left) })] : []),
    ]
    return told.length === 0 ? undefined : told.join(' ')
  }
}
