import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"not_a_private_map_key","description":"票据里没有房间信息，不是 PrivateMapKey. 这里传入 PrivateMapKey，登录时传入 UserSig。","frontmatter":{"title":"not_a_private_map_key","description":"票据里没有房间信息，不是 PrivateMapKey. 这里传入 PrivateMapKey，登录时传入 UserSig。","code":"not_a_private_map_key","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/not_a_private_map_key.md","filePath":"zh/codes/not_a_private_map_key.md"}');
const _sfc_main = { name: "zh/codes/not_a_private_map_key.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="not_a_private_map_key" tabindex="-1">not_a_private_map_key <a class="header-anchor" href="#not_a_private_map_key" aria-label="Permalink to &quot;not\\_a\\_private\\_map\\_key&quot;">​</a></h1><p><a href="/usersig/codes/not_a_private_map_key.html">English</a> · <strong>中文</strong></p><h2 id="签发时拒绝参数或校验时拒绝票据" tabindex="-1">签发时拒绝参数，或校验时拒绝票据 <a class="header-anchor" href="#签发时拒绝参数或校验时拒绝票据" aria-label="Permalink to &quot;签发时拒绝参数，或校验时拒绝票据&quot;">​</a></h2><p>票据里没有房间信息，不是 PrivateMapKey</p><p><strong>处理办法:</strong> 这里传入 PrivateMapKey，登录时传入 UserSig。</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/not_a_private_map_key.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const not_a_private_map_key = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  not_a_private_map_key as default
};
