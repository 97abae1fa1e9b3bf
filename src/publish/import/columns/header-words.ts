/**
 * Headers in full, without blanks and punctuation: a header that is one of these is that field.
 * Simplified, in lower case; `|` between them.
 */
export const headerWords: Readonly<Record<string, string>> = {
  id: 'id|编号|编码|代码|站点编号|站点编码|站点id|驿站编号|驿站编码|阵地编号|阵地编码|统一编码|统一编号|唯一编码|唯一标识|标识码|点位编号|网点编号|网点编码|主键|uid|uuid|code|stationid|stationcode|stationno|ref|reference|identifier|poiid',
  name: 'name|nametc|namesc|namechi|locationtext|locationname|名称|站名|站点名称|驿站名称|阵地名称|网点名称|点位名称|站点|驿站|阵地名|驿站名|站点名|服务站名称|服务点名称|服务站点名称|服务站点|场所名称|设施名称|机构名称|接力站名称|项目名称|阵地|中文名|中文名称|title|stationname|sitename|namezh|namecn|chinesename|placename|toiletname|facilityname|名字|全称|标题',
  nameEn: 'nameen|englishname|英文名|英文名称|英文|enname|nameenglish|英文站名',
  address:
    'address|addresstc|addresssc|addresschi|addr|地址|详细地址|具体位置|位置|地点|具体地址|站点地址|驿站地址|阵地地址|所在地址|所在位置|地理位置|详细位置|办公地址|通讯地址|服务地址|住址|坐落|所在地|站点位置|驿站位置|阵地位置|具体地点|设置地点|location|streetaddress|fulladdress|street|地址门牌|门牌地址|addresszh',
  directions:
    'directions|指引|路线指引|位置说明|位置描述|如何到达|到达方式|楼层|方位|门牌号|locationnotes|locationdescription|wheretofind|directionnotes|参照物|标志物|交通指引|位置备注|入口位置',
  kind: 'kind|类型|类别|阵地类型|站点类型|驿站类型|阵地类别|站点类别|种类|性质|站点性质|类型名称|分类|type|category|stationtype|网点类型|场所类型|建设类型|驿站类别|服务类型|站点分类',
  programme: 'programme|program|项目|所属项目|品牌|品牌名称|所属品牌|计划|活动项目',
  host: 'host|主管单位|建设单位|运营单位|管理单位|责任单位|所属单位|承办单位|主办单位|依托单位|单位|单位名称|建设主体|运营主体|管理主体|运营方|主体单位|隶属单位|设立单位|建站单位|共建单位|申报单位|归属单位|牵头单位|上级单位|operator|organisation|organization|provider|owner|managedby|agency|所属工会|所属组织|建设方|管理方|责任主体|挂靠单位',
  district:
    'district|区|区县|行政区|所属区|所在区|所属区县|所在区县|行政区划|所属行政区|区域|所属区域|城区|辖区|区划|区划代码|行政区划代码|区划编码|区县名称|行政区域|区县代码|adcode|borough|county|districtcode|地区|所属地区|县区|区市县|市区|县市区',
  services:
    'services|service|可用服务|可享服务|现有服务|服务项目|服务内容|设施设备|配套设施|服务设施|设施|提供服务|服务功能|功能|配置|设备|基本设施|基础设施|服务|设备设施|配备设施|配套服务|设备配置|设施配置|设施情况|配备物品|物资配置|便民设施|便民服务|服务清单|功能设置|基本配置|功能配置|硬件设施|硬件配置|具备功能|可提供服务|可提供的服务|提供的服务|服务事项|服务资源|主要设施|主要功能|facilities|amenities|features|equipment|特色服务|其他服务|其它服务|其他服务项目|其他设施|其它设施|其他设备|服务内容项目',
  audiences:
    'audiences|audience|服务对象|服务人群|面向人群|面向对象|适用人群|服务群体|对象|受众|开放对象|服务范围对象|目标人群|whoiswelcome|targetgroup|users|welcome',
  access:
    'access|进入方式|开门方式|进门方式|准入方式|入内方式|门禁方式|门禁|开启方式|使用方式|验证方式|准入|进站方式|howtoenter|entry|accesstype|entrymethod',
  hours:
    'hours|openinghours|服务时间|开放时间|营业时间|开放时段|服务时段|运营时间|工作时间|使用时间|时间|对外开放时间|开馆时间|开门时间段|开放时间段|服务时间段|接待时间|营业时段|每日开放时间|日常开放时间|openhours|businesshours|openingtimes|opentimes|times|servicehours|开放服务时间|运行时间|服务开放时间|hourstext|openingtime时间段|办公时间|值班时间',
  opens:
    'opens|open|开门时间|开始时间|开放开始时间|开门|营业开始时间|起始时间|上班时间|opentime|openingtime|openfrom|opensat|starttime|timeopen|from|服务开始时间|开始营业时间|开放起始时间',
  closes:
    'closes|closed|close|关门时间|结束时间|关闭时间|开放结束时间|关门|营业结束时间|截止时间|下班时间|终止时间|closetime|closingtime|closesat|endtime|timeclosed|to|until|服务结束时间|结束营业时间|开放截止时间',
  days: 'days|开放日|开放日期|服务日|营业日|开放天数|工作日|星期|每周开放|每周开放时间日|开放星期|daysopen|opendays|daysoftheweekopen|daysoftheweek|weekdays|openingdays|服务日期',
  'always-open':
    'alwaysopen|24小时|24小时开放|全天开放|全天候|是否24小时开放|24h|24hours|open24hours|247|24小时服务|全天|是否24小时|是否全天开放|是否全天候',
  'hours-workdays':
    '工作日时间|工作日开放时间|工作日服务时间|平日时间|平时开放时间|工作日营业时间|周一至周五|周一至周五开放时间|weekdayhours|mondaytofriday',
  'hours-weekend':
    '周末时间|周末开放时间|周末服务时间|双休日开放时间|双休日|周六日开放时间|周六周日|双休日服务时间|周末|周末营业时间|休息日开放时间|weekendhours|weekend|saturdaysunday',
  'hours-holidays':
    '节假日开放时间|节假日服务时间|法定节假日开放时间|节假日|节假日时间|节假日营业时间|法定节假日|holidayhours|publicholidayhours',
  'hours-summer':
    '夏季开放时间|夏令时间|夏季服务时间|夏季时间|夏令时|夏季|夏季营业时间|summerhours',
  'hours-winter':
    '冬季开放时间|冬令时间|冬季服务时间|冬季时间|冬令时|冬季|冬季营业时间|winterhours',
  'hours-note':
    '时间备注|开放时间备注|服务时间备注|时间说明|开放时间说明|timenotes|hoursnotes|openingnotes|休息日|闭馆日|休馆日|公休日|休息时间',
  phone:
    'phone|电话|联系电话|联系方式|手机|手机号|手机号码|电话号码|服务电话|咨询电话|热线|服务热线|固定电话|座机|固话|联系人电话|负责人电话|站点电话|驿站电话|办公电话|联系号码|移动电话|值班电话|站长电话|联系人手机|tel|telephone|phonenumber|mobile|contactnumber|contactphone|telno|hotline|联系人联系方式|reportproblems',
  capacity:
    'capacity|容纳人数|座位数|座位|可容纳人数|接待人数|接待能力|容量|座椅数|座席数|座位数量|人数|可接待人数|最大容纳人数|同时容纳人数|seats|seatcount|numberofseats|seating|坐席数',
  beds: 'beds|床位|床位数|床位数量|床铺数|numberofbeds|bedcount',
  photos:
    'photos|photo|照片|图片|图像|照片链接|图片链接|图片地址|照片地址|实景图|image|images|picture|pictures|imageurl|photourl|门头照片|现场照片',
  status:
    'status|状态|是否启用|使用状态|运营状态|运行状态|开放状态|站点状态|是否开放|是否正常开放|是否有效|启用状态|建设状态|是否在用|启用情况|运营情况|建设情况|使用情况|运行情况|开放情况|state|active|operationalstatus',
  verifiedAt:
    'verifiedat|verified|核验时间|核验日期|核实时间|核实日期|审核时间|审核日期|核查时间|核查日期|巡查时间|巡查日期|检查日期|检查时间|最近核验时间|最后核验时间|复核时间|复核日期|lastverified|verifieddate|dateverified|verificationdate|lastchecked|surveydate|checkdate|采集时间|采集日期|普查日期|调查日期',
  updatedAt:
    'updatedat|updated|更新时间|更新日期|修改时间|修改日期|最后更新时间|最近更新时间|数据更新时间|变更时间|维护时间|lastupdated|lastmodified|dateupdated|updatedate|modified|lastupdate|updatetime|timestamp|date|数据日期',
  source: 'source|来源|数据来源|信息来源|资料来源|datasource|datacollectedfrom|origin|出处',
  lng: 'lng|lnge6|lone6|gps经|lon|long|longitude|经度|东经|x坐标|x|经度坐标|坐标x|xcoord|xcoordinate|lngx|经|坐标经度|地理经度|点位经度|站点经度|驿站经度|阵地经度|经度值|经度e|经度东经|geolng|geolon|poslng|lngdeg|pointx|gpslng|坐标经',
  lat: 'lat|late6|gps纬|latitude|纬度|北纬|y坐标|y|纬度坐标|坐标y|ycoord|ycoordinate|laty|纬|坐标纬度|地理纬度|点位纬度|站点纬度|驿站纬度|阵地纬度|纬度值|纬度n|纬度北纬|geolat|poslat|latdeg|pointy|gpslat|坐标纬',
  position:
    'position|locationcoordinates|经纬度|坐标|经纬度坐标|地理坐标|点位坐标|位置坐标|gps坐标|坐标位置|坐标点|gps|坐标经纬度|地图坐标|定位坐标|定位|latlng|latlon|lnglat|lonlat|coordinates|coordinate|coords|geometry|geom|point|geopoint|geolocation|wkt|the_geom|thegeom|xy坐标|xy|经纬|经纬度信息',
  'running-number':
    '序号|序|序列号|行号|no|sn|num|序次|排序|顺序号|顺序|排列序号|index|row|rownumber|#',
  'parking:ebike':
    '电动车停车位|非机动车停车位|电动自行车停车位|电瓶车停车位|非机动车位|ebikeparking',
  'parking:car': '机动车停车位|机动车位|小汽车停车位|汽车停车位|机动车停车位数|carparkingspaces',
  'parking:truck': '货车停车位|卡车停车位|大车停车位|货车车位|truckparking',
  'providerIds:amap': 'amapid|高德id|高德poi|高德poiid|amappoi|amappoiid',
  'providerIds:tencent': 'tencentid|腾讯id|腾讯地图id|腾讯poi|tencentpoiid',
  'providerIds:baidu': 'baiduid|百度id|百度poi|百度uid|百度poiid|baidupoiid',
  'service:toilet': 'male|female|unisex|disabled|女厕|男厕|无障碍厕所|accessibletoilet',
};

/** Headers that look like one of ours and are not: kept in `extra`. */
export const otherHeaders =
  '开业时间|成立时间|建成时间|建立时间|建设时间|挂牌时间|投用时间|启用时间|投入使用时间|启动时间|联系人|负责人|站长|管理员|联系人姓名|负责人姓名|姓名|管理人员|填报人|填表人|填报时间|填报日期|填报单位|审核人|备注|说明|面积|建筑面积|使用面积|邮编|邮政编码|街道|所属街道|街镇|所属街镇|街道乡镇|乡镇|所在街道|社区|所属社区|居委|网址|官网|邮箱|星级|等级|级别|省|省份|城市|市|所在市|创建时间|创建人|投资金额|经费|人员|志愿者人数|服务人次|服务人数|工作人员|eastings|northings|easting|northing|postcode|zip|zipcode|notes|note|remarks|remark|comments|description|desc|area|city|town|state|province|country|website|url|email|createdat|createdby|altitude|elevation|gridref|cost|fee|attendant|radar|openseasonsummer|closedseasonwinter|层数|服务半径|距离|面积平方米|工会会员数|职工人数|覆盖人数|覆盖范围|占地面积|签约时间|授牌时间|命名时间|资产编号|统一社会信用代码|信用代码|身份证号|身份证号码|批次|年度|年份|建设年份|月份|地图链接|contact|contactname|联系地址';
