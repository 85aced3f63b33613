/** The designer begins: its language, its page. */
import { render } from 'preact'
import '../frame/designer.css'
import { Announcer } from '../frame/announcer.tsx'
import { InLanguage } from '../language/language.tsx'
import { App } from './app.tsx'

const root = document.getElementById('designer')
if (root === null) throw new Error('Expected the page to have a place for the designer')
render(
  <InLanguage>
    <Announcer>
      <App />
    </Announcer>
  </InLanguage>,
  root,
)
