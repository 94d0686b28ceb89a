import type { Component } from 'svelte';
import type { Page } from '../../state/route.svelte';
import type { Workbench } from '../../state/workbench.svelte';

interface PageModule {
  readonly default: Component<{ workbench: Workbench }>;
}

/** Each page's code is fetched when the page is first opened. */
export const loadPage: Readonly<Record<Page, () => Promise<PageModule>>> = {
  data: () => import('./Data.svelte'),
  mapping: () => import('./Mapping.svelte'),
  quality: () => import('./Quality.svelte'),
  'star-board': () => import('./StarBoard.svelte'),
  'collective-economy': () => import('./CollectiveEconomy.svelte'),
  trends: () => import('./Trends.svelte'),
  subject: () => import('./Subject.svelte'),
  query: () => import('./Query.svelte'),
  compare: () => import('./Compare.svelte'),
  scheme: () => import('./Scheme.svelte'),
};
