/**
 * The regular expressions of authors, on a page: their engine is larger than all the rest of the script and few forms ask for it while they are filled in, so it comes only where
 * one does. Takes the place of the package `re2js` in what is bundled for pages.
 */
export let RE2JS: (typeof import('re2js'))['RE2JS']

export async function loadPatterns(): Promise<void> {
  ;({ RE2JS } = await import('re2js'))
}
