import type { WordTable } from './word-list';

/** What sheets call the ways in. */
export const accessWords: WordTable = {
  open: '直接进入|敞开|敞开式|开放|开放式|自由进入|自由进出|免费开放|无门禁|无需|无需验证|不限|无限制|常开|自由|全开放|对外开放|推门即入|walk in|walk-in|open|free|free entry|public|permissive|unrestricted|yes|none required',
  staff:
    '工作人员|联系工作人员|找工作人员|工作人员开门|值守|有人值守|管理员|管理员开门|登记|登记进入|人工|前台|前台登记|保安|按门铃|门铃|预约|ask the staff|staff|reception|ask staff|bell|on request|customers|customers only',
  qr: '扫码|扫码进入|扫码开门|二维码|扫二维码|扫一扫|微信扫码|扫码入内|scan|scan qr|qr|qr code|scan a qr code',
  app: '手机应用|app开门|app|小程序|小程序开门|随申办|手机开门|蓝牙开门|应用程序|mobile app|open with an app',
  face: '刷脸|人脸识别|人脸|刷脸进入|面部识别|face|face recognition|face id',
  'id-card':
    '身份证|刷身份证|刷卡|工会卡|工会会员卡|门禁卡|社保卡|刷证|会员卡|职工卡|id card|identity card|id-card|card|key card',
  pin: '密码|密码锁|输密码|密码门|密码开门|密码进入|数字锁|pin|pin code|passcode|code|keypad|password',
};
