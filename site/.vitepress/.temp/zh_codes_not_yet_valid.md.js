import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"not_yet_valid","description":"签发时间在未来，且超出允许的时钟误差. 校准签发服务器和校验服务器的时钟。","frontmatter":{"title":"not_yet_valid","description":"签发时间在未来，且超出允许的时钟误差. 校准签发服务器和校验服务器的时钟。","code":"not_yet_valid","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/not_yet_valid.md","filePath":"zh/codes/not_yet_valid.md"}');
const _sfc_main = { name: "zh/codes/not_yet_valid.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="not_yet_valid" tabindex="-1">not_yet_valid <a class="header-anchor" href="#not_yet_valid" aria-label="Permalink to &quot;not\\_yet\\_valid&quot;">​</a></h1><p><a href="/usersig/codes/not_yet_valid.html">English</a> · <strong>中文</strong></p><h2 id="签发时拒绝参数或校验时拒绝票据" tabindex="-1">签发时拒绝参数，或校验时拒绝票据 <a class="header-anchor" href="#签发时拒绝参数或校验时拒绝票据" aria-label="Permalink to &quot;签发时拒绝参数，或校验时拒绝票据&quot;">​</a></h2><p>签发时间在未来，且超出允许的时钟误差</p><p><strong>处理办法:</strong> 校准签发服务器和校验服务器的时钟。</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/not_yet_valid.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const not_yet_valid = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  not_yet_valid as default
};
