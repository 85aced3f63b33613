/** What citizens see: services, applying, following. */
import { join } from 'node:path'
import type { Area } from '../frame/frame.ts'
import { accessesPage } from './accesses/accesses.ts'
import { applicationPage } from './application/page.ts'
import { applyPages } from './apply/apply.ts'
import { cataloguePage } from './catalogue/catalogue.ts'
import { figuresPage } from './figures/figures.ts'
import { myPage } from './my/my.ts'
import { servicePage } from './service/service.ts'
import { taskPage, taskSaving } from './task/task.ts'

const PAGES = [
  cataloguePage,
  servicePage,
  applyPages,
  myPage,
  applicationPage,
  taskPage,
  taskSaving,
  accessesPage,
  figuresPage,
]

export const PORTAL: Area = {
  assets: {
    'portal.css': join(import.meta.dirname, 'portal.css'),
    'forms.css': join(import.meta.dirname, '../../../../forms/html/forms.css'),
    'saving.js': join(import.meta.dirname, 'saving/browser/saving.ts'),
    'forms.js': join(import.meta.dirname, '../../../../forms/browser/live.ts'),
  },
  routes(app, context) {
    for (const one of PAGES) one(app, context)
  },
}
