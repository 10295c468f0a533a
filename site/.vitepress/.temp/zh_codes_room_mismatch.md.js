import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"room_mismatch","description":"票据属于另一个房间. 获取这个房间的 PrivateMapKey；数字房间 123 和字符串房间 \\"123\\" 是两个房间。","frontmatter":{"title":"room_mismatch","description":"票据属于另一个房间. 获取这个房间的 PrivateMapKey；数字房间 123 和字符串房间 \\"123\\" 是两个房间。","code":"room_mismatch","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/room_mismatch.md","filePath":"zh/codes/room_mismatch.md"}');
const _sfc_main = { name: "zh/codes/room_mismatch.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="room_mismatch" tabindex="-1">room_mismatch <a class="header-anchor" href="#room_mismatch" aria-label="Permalink to &quot;room\\_mismatch&quot;">​</a></h1><p><a href="/usersig/codes/room_mismatch.html">English</a> · <strong>中文</strong></p><h2 id="签发时拒绝参数或校验时拒绝票据" tabindex="-1">签发时拒绝参数，或校验时拒绝票据 <a class="header-anchor" href="#签发时拒绝参数或校验时拒绝票据" aria-label="Permalink to &quot;签发时拒绝参数，或校验时拒绝票据&quot;">​</a></h2><p>票据属于另一个房间</p><p><strong>处理办法:</strong> 获取这个房间的 PrivateMapKey；数字房间 123 和字符串房间 &quot;123&quot; 是两个房间。</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/room_mismatch.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const room_mismatch = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  room_mismatch as default
};
