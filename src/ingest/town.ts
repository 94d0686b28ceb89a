import type { PlaceOrigin } from '../model/mapping';
import { onlyPlace, placeOrigin, type PlaceWords } from './place-words';

/** Words for towns in general; none of them is a name. */
const general =
  /^(?:[全各本该每我两多城镇乡市县区家下入进返外同老跨和与及或]|小城|乡镇|重点|中心|建制|特色|有关|相关|所在|所属|填报|.*[个级到等]|[一二三四五六七八九十]+)$/;

/** A name of a town ends in the word for its kind. 乡村 and 镇级 go on, and are none. */
const named =
  /(\p{Script=Han}+?)(镇(?![级域长区])|乡(?![村镇贤亲土下])|街道办事处|街道办|街道|办事处)/gu;

/** What stands right before a name in running text: time, labels, the places above the town. */
const leads = [
  /^(?:年度?|月份?|日|第?[一二三四]季度|[上下]半年)+/,
  /^(?:附件|关于|填报单位|上报单位|报送单位|单位|所属)/,
  /^\p{Script=Han}{2,}?[省市区县旗](?=\p{Script=Han})/u,
  /^\p{Script=Han}{2,}?[区县旗](?=\p{Script=Han})/u,
];

/**
 * The one town that a text names, as it writes it: 填报单位:云岭镇, 雲嶺鎮2023年統計表. Null where it names none, or
 * several.
 */
export function readTown(text: string): string | null {
  return onlyPlace(text, named, (stem) => {
    const name = leads.reduce((rest, lead) => rest.replace(lead, ''), stem);
    return name === '' || name.length > 4 || general.test(name) ? null : name;
  });
}

/** The town that a table's title names, else its sheet, else its file. */
export function townOrigin(table: PlaceWords): PlaceOrigin | null {
  return placeOrigin(table, readTown);
}
