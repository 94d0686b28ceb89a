import { en } from './en';
import { zhCN, type Messages } from './zh-CN';

/** Every language at once, where nothing has to be fetched; the page loads the one that is read. */
export const languages = { 'zh-CN': zhCN, en } as const satisfies Record<string, Messages>;
