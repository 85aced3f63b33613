/** The site with the designer built into it, and one draft to work on. */
import { buildDesigner } from '../../designer/build.ts'
import { openSite, type Site, type SiteOptions } from '../pages/browser.ts'

export async function openDesigner(options: SiteOptions = {}): Promise<Site> {
  await buildDesigner()
  return openSite({ packages: [], doubles: false, ...options })
}
