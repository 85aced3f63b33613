import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkTemplate, largestTemplate } from '../../engine/core/template/check.ts'

const rulesOf = (text: unknown, file = 'templates/a.hbs'): string[] =>
  checkTemplate(file, text).map((finding) => finding.rule.replace('template/', ''))

const HOSTILE: readonly (readonly [rule: string, template: unknown])[] = [
  ['unescaped', '<p>{{{name}}}</p>'],
  ['unescaped', '<p>{{&name}}</p>'],
  ['partial', '{{> header}}'],
  ['partial', '{{> (which)}}'],
  ['partial', '{{#> layout}}x{{/layout}}'],
  ['partial', '{{#*inline "a"}}{{> a}}{{/inline}}{{> a}}'],
  ['partial', '{{* decorate}}'],
  ['word', '{{lookup this "x"}}'],
  ['word', '{{log secret}}'],
  ['word', '{{exec "rm"}}'],
  ['word', '{{helperMissing x}}'],
  ['word', '{{text (lookup a "b")}}'],
  ['word', '{{if x}}'],
  ['word', '{{each}}'],
  ['word', '{{"__proto__"}}'],
  ['block', '{{#items}}x{{/items}}'],
  ['block', '{{^items}}x{{/items}}'],
  ['block', '{{#blockHelperMissing x}}y{{/blockHelperMissing}}'],
  ['name', '{{constructor}}'],
  ['name', '{{user.constructor.name}}'],
  ['name', '{{user.__proto__}}'],
  ['name', '{{user.[__proto__].x}}'],
  ['name', '{{this.__defineGetter__}}'],
  ['name', '{{#with user.prototype}}x{{/with}}'],
  ['name', '{{text user.constructor}}'],
  ['loops', '{{#each a}}{{#each a}}{{#each a}}{{#each a}}{{#each a}}x{{/each}}{{/each}}{{/each}}{{/each}}{{/each}}'],
  ['too-deep', `${'{{#if a}}'.repeat(40)}x${'{{/if}}'.repeat(40)}`],
  ['tag', '<script>alert(1)</script>'],
  ['tag', '<SCRIPT src=x></SCRIPT>'],
  ['tag', '<!--><script>1</script>-->'],
  ['tag', '<style></style ><script>1</script>'],
  ['tag', '<iframe src="data:text/html,x"></iframe>'],
  ['tag', '<object data="x"></object>'],
  ['tag', '<meta http-equiv="refresh" content="0;url=http://a">'],
  ['tag', '<link rel="stylesheet" href="http://a/b.css">'],
  ['tag', '<base href="http://a/">'],
  ['tag', '</><script>'],
  ['tag', '<svg><a href="x"></a></svg>'],
  ['attribute', '<p onclick="go()">x</p>'],
  ['attribute', '<img/onerror=go()>'],
  ['fetch', '<img src="http://169.254.169.254/latest">'],
  ['fetch', '<img src="file:///etc/passwd">'],
  ['fetch', '<img src="//a/b">'],
  ['fetch', '<a href="java\tscript:x">a</a>'],
  ['fetch', '<style>@import "http://a"</style>'],
  ['fetch', '<style>p { background: url(http://a) }</style>'],
  ['fetch', '<p style="background:url(http://a)">x</p>'],
  ['value-place', '<p class={{x}}>a</p>'],
  ['value-place', '<p {{x}}="y">a</p>'],
  ['value-place', '<{{x}}>a'],
  ['value-place', '<a href="{{x}}">a</a>'],
  ['value-place', '<p style="color:{{x}}">a</p>'],
  ['value-place', '<style>p { color: {{x}} }</style>'],
  ['value-place', '<!-- {{x}} -->'],
  ['unbalanced', '{{#if a}}<p title="{{else}}<b>{{/if}}x'],
  ['unbalanced', '<p {{#if a}}title="x{{/if}}">y</p>'],
  ['unfinished', '<p title="x'],
  ['unfinished', '<!-- never closed'],
  ['syntax', '{{#if a}}x'],
  ['syntax', '{{#if a}}x{{/each}}'],
  ['syntax', '{{'],
  ['values', '{{date}}'],
  ['values', '{{#each a b}}x{{/each}}'],
  ['option', '{{date a calender="hijri"}}'],
  ['too-large', 'x'.repeat(largestTemplate + 1)],
  ['not-text', { type: 'Program', body: [] }],
  ['not-text', undefined],
]

const PIECES =
  '{{ }} {{{ }}} {{#if_a}} {{/if}} {{#each_a}} {{/each}} {{else}} {{^}} {{x}} {{!--_c_--}} | ( ) @root ../ & \n \0 ا <p _x=" \' > <!-- --> <style> </style'
    .split(' ')
    .map((piece) => piece.replace('_', ' '))

describe('a template in a package', () => {
  test.each(HOSTILE)('is refused for %s: %s', (rule, template) => {
    expect(rulesOf(template)).toContain(rule)
  })

  test('says file, line, message and remedy in both languages', () => {
    const [finding] = checkTemplate('templates/a.hbs', '<p>\n\n{{{x}}}</p>')
    expect(finding).toMatchObject({ file: 'templates/a.hbs', place: 'line 3', severity: 'error' })
    for (const text of [finding?.messageAr, finding?.remedyAr]) expect(text).toMatch(/[\u0600-\u06ff]/)
  })

  test('may hold everything a certificate needs', () => {
    const template = `<!doctype html><html lang="ar"><head><title>{{title}}</title><style>p > b { color: #111 }</style></head>
      <body><!-- heading --><h1 class="{{#if big}}big{{else}}small{{/if}}">{{text title "ar"}}</h1>
      {{#if (and holder.alive (not (eq purpose "work")))}}<p title="{{holder.name}}">{{code holder.id}}</p>{{else if other}}<p>-</p>{{/if}}
      {{#each entries as |entry|}}<td>{{@index}} {{entry.court}} {{date entry.at calendar="hijri"}}</td>{{/each}}
      {{#with fee}}{{money this}}{{/with}} {{number area digits=2}} <a href="#top">5 < 6</a>
      <img src="data:image/png;base64,AAAA" alt="{{alt}}">{{qr}}{{qr document.reference}}</body></html>`
    expect(rulesOf(template)).toEqual([])
  })

  test('may use angle brackets freely when it is plain text', () => {
    expect(rulesOf('{{name}} <{{email}}> style=<{{x}}', 'templates/notice.txt.hbs')).toEqual([])
    expect(rulesOf('{{{name}}}', 'templates/notice.txt.hbs')).toEqual(['unescaped'])
  })

  test('never makes the check throw, whatever is in it', () => {
    const piece = constantFrom(...PIECES)
    assert(
      property(array(piece, { maxLength: 30 }), (pieces) => {
        for (const finding of checkTemplate('a.hbs', pieces.join(''))) expect(finding.file).toBe('a.hbs')
      }),
      { numRuns: 2000 },
    )
  })
})
