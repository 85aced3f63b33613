/** Tokens come from elsewhere on the page: nothing is waited for. */
import type { Opener } from './opener.ts'

export const link: Opener<'link'> = () => []
