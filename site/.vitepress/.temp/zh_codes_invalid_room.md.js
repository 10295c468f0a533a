import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"invalid_room","description":"没有指定房间，两种房间同时给出，超出范围，或者类型不对. roomId（数字）和 strRoomId（字符串）二选一。","frontmatter":{"title":"invalid_room","description":"没有指定房间，两种房间同时给出，超出范围，或者类型不对. roomId（数字）和 strRoomId（字符串）二选一。","code":"invalid_room","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/invalid_room.md","filePath":"zh/codes/invalid_room.md"}');
const _sfc_main = { name: "zh/codes/invalid_room.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="invalid_room" tabindex="-1">invalid_room <a class="header-anchor" href="#invalid_room" aria-label="Permalink to &quot;invalid\\_room&quot;">​</a></h1><p><a href="/usersig/codes/invalid_room.html">English</a> · <strong>中文</strong></p><h2 id="签发时拒绝参数或校验时拒绝票据" tabindex="-1">签发时拒绝参数，或校验时拒绝票据 <a class="header-anchor" href="#签发时拒绝参数或校验时拒绝票据" aria-label="Permalink to &quot;签发时拒绝参数，或校验时拒绝票据&quot;">​</a></h2><p>没有指定房间，两种房间同时给出，超出范围，或者类型不对</p><p><strong>处理办法:</strong> roomId（数字）和 strRoomId（字符串）二选一。</p><h2 id="签发接口或守卫拒绝请求" tabindex="-1">签发接口或守卫拒绝请求 <a class="header-anchor" href="#签发接口或守卫拒绝请求" aria-label="Permalink to &quot;签发接口或守卫拒绝请求&quot;">​</a></h2><p>房间超出范围，类型不对，或者两种房间同时给出</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/invalid_room.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const invalid_room = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  invalid_room as default
};
