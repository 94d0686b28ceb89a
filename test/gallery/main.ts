import { mount } from 'svelte';
import { chooseLanguage, loadLanguage } from '../../src/i18n';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import '../../src/ui/components.css';
import Gallery from './Gallery.svelte';
import { caseNamed, sampleOf } from './sample';

// Every figure with small made-up data, for eyes and for the browser tests. The page is a second entry of the build:
// it is made of the same files as the product, under the same policy, and the product neither links to it nor loads
// anything of it. `?case=` chooses other data, see sample.ts; language and theme are the browser's.

const language = chooseLanguage(navigator.languages);
const t = await loadLanguage[language]();
const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
document.documentElement.lang = language;
document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
const sample = sampleOf(t, caseNamed(new URLSearchParams(location.search).get('case')));
const target = document.getElementById('gallery');
if (target) mount(Gallery, { target, props: { sample } });
