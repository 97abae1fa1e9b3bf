import type { WordTable } from './word-list';

/** What sheets say of a station's state. Longer first: 未启用 is not 启用. */
export const statusWords: WordTable = {
  active:
    '正常|启用|已启用|在用|使用中|开放|开放中|已开放|正常开放|运营|运营中|正常运营|正常使用|已建成|建成|已投用|投用|投入使用|营业|营业中|正常营业|有效|是|可用|启用中|已挂牌|active|open|in use|operational|enabled|yes|true|1|y',
  suspended:
    '停用|已停用|关闭|已关闭|暂停|暂停使用|暂停开放|暂停服务|停止使用|停止开放|维修|维修中|装修|装修中|整修|改造|改造中|撤销|已撤销|拆除|已拆除|注销|已注销|闭馆|歇业|停业|未开放|不开放|未营业|无效|禁用|否|不可用|搬迁中|suspended|closed|inactive|disabled|temporarily closed|permanently closed|out of order|no|false|0|n',
  planned:
    '在建|建设中|筹建|筹建中|规划|规划中|拟建|待建|未建|未建成|待启用|未启用|待开放|即将开放|计划|准备中|试运行前|待投用|planned|under construction|proposed|coming soon',
};
